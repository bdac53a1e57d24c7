// A trie whose nodes count the commands below them; branches without commands are cut off.
// O(length of the word) for each operation.
const fs = require("fs");

class Node {
  children = new Map();
  count = 0; // commands in this subtree
  ends = 0; // commands that end here
}

const root = new Node();

function add(word) {
  let node = root;
  node.count++;
  for (const letter of word) {
    if (!node.children.has(letter)) node.children.set(letter, new Node());
    node = node.children.get(letter);
    node.count++;
  }
  node.ends++;
}

function find(word) {
  let node = root;
  for (const letter of word) {
    node = node.children.get(letter);
    if (node === undefined) return undefined;
  }
  return node;
}

function remove(word) {
  const last = find(word);
  if (last === undefined || last.ends === 0) return;
  last.ends--;
  let node = root;
  node.count--;
  for (const letter of word) {
    const child = node.children.get(letter);
    child.count--;
    if (child.count === 0) {
      node.children.delete(letter);
      return;
    }
    node = child;
  }
}

function complete(prefix) {
  let node = find(prefix);
  if (node === undefined) return "0";
  const count = node.count;
  let text = prefix;
  while (node.ends === 0 && node.children.size === 1) {
    const [[letter, child]] = node.children;
    text += letter;
    node = child;
  }
  return `${count} ${text}`;
}

const lines = fs.readFileSync(0, "utf8").split("\n");
const answers = [];
for (const line of lines.slice(1, Number(lines[0]) + 1)) {
  const [operation, word] = line.trim().split(" ");
  if (operation === "+") add(word);
  else if (operation === "-") remove(word);
  else answers.push(complete(word));
}
console.log(answers.join("\n"));
