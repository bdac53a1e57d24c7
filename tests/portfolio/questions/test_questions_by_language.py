"""Repositories of languages that few rules know give questions of their own, too; none that fits any."""

import re

import pytest
from known_repository import found, known

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.facts.repository import HistoryFacts
from jobcoach.portfolio.questions.offline import offline_questions
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.source.snapshot import Branch
from jobcoach.words import Language

RUST = """use std::sync::{Arc, Mutex};

pub struct Ledger {
    entries: Vec<u64>,
}

pub enum Fault {
    Empty,
}

impl Iterator for Ledger {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        self.entries.pop()
    }
}

pub fn parse<'a>(text: &'a str) -> Result<Vec<u64>, Fault> {
    let words: Vec<String> = text.split(' ').map(|each| each.to_string()).collect();
    words.sort();
    Ok(vec![words.len() as u64])
}

pub async fn load(path: &str) -> Ledger {
    tokio::spawn(async move {});
    let shared = Arc::new(Mutex::new(0)).lock().unwrap();
    loop {
        assert_eq!(parse("1 2").is_ok(), true);
    }
}
"""
POWERSHELL = """function Set-Tweak {
    [CmdletBinding()]
    param([Parameter(Mandatory)] $Name)
    try {
        Set-ItemProperty -Path HKLM:\\SOFTWARE\\Policies -Name $Name -Value 1 -ErrorAction SilentlyContinue
        Invoke-WebRequest https://example.com/tool.zip -OutFile tool.zip
        Start-Process powershell -ArgumentList $Name
        Set-Service -Name $Name -StartupType Disabled
        Remove-Item $Path -Recurse
        $settings = Get-Content config.json | ConvertFrom-Json
        foreach ($each in $settings.tweaks) {
            Start-Job { $each }
        }
    } catch {
        Write-Host "failed"
    }
}
"""
C = """#include <stdio.h>
#include <stdlib.h>

#define SQUARE(x) ((x) * (x))
static const int LIMITS_MAX = 512;
int counter[100];

struct node {
    int value;
    struct node *next;
};

int find(struct node *first, int n, int wanted) {
    struct node *copy = (struct node *) malloc(n * sizeof *first);
    for (int i = 0; i < n; i++) {
        if (first[i].value == wanted && n > 2) return i;
        if ((n & (1 << i)) && wanted) counter[i]++;
    }
    FILE *file = fopen("log.txt", "a");
    strcpy(name, first->name);
    qsort(copy, n, sizeof *copy, compare);
    return -1;
}

int main(int argc, char **argv) {
    scanf("%d", &counter[0]);
    double mean = fabs(1.0 - 2.0);
    srand(42);
    int mid = low + (high - low) / 2;
    return find(0, atoi(argv[1]), 3) % MOD;
}
"""
OF = {
    "rust": {"src/ledger.rs": RUST},
    "powershell": {"functions/Set-Tweak.ps1": POWERSHELL},
    "c": {"find.c": C},
}


def asked(files: dict[str, str], lang: Language = "ko", **changes: object) -> list[str]:
    facts, read = known(files, **changes)
    return [each.text for each in offline_questions(facts, found(facts, read, lang), lang, read)]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", OF)
def test_ten_at_least_each_about_a_line_of_it(name: str, lang: Language) -> None:
    (path,) = OF[name]
    texts = asked(OF[name], lang)
    assert len(texts) >= 10
    ours = re.compile(rf"{re.escape(path.rpartition('/')[2])}|Set-Tweak|LIMITS_MAX|find")
    assert [text for text in texts if not ours.search(text)] == []
    assert len(set(texts)) == len(texts)


def test_no_question_repeats_one_form_where_there_are_others() -> None:
    branching = "\n".join(f"    if (n == {number} && n) n++;" for number in range(9))
    files = {
        f"part{name}.c": f"int work_{name}(int n) {{\n{branching}\n    return n;\n}}\n" for name in "abcdefgh"
    }
    texts = asked({**files, **OF["c"]})
    paths = [text for text in texts if "실행 경로" in text]
    assert 1 <= len(paths) <= 3
    assert texts.index(paths[-1]) > 2


def test_a_librarys_header_is_not_taken_for_a_file_of_that_name() -> None:
    of_library = {f"use_{n}.cpp": "#include <queue>\nint f() { return 1; }\n" for n in range(4)}
    own = {f"own_{n}.cpp": '#include "graph.hpp"\nint f() { return 1; }\n' for n in range(4)}
    headers = {"queue.hpp": "int push(int n) { return n; }\n", "graph.hpp": "int edge(int n) { return n; }\n"}
    [question] = [text for text in asked({**of_library, **own, **headers}) if "의존합니다" in text]
    assert "`graph`" in question


@pytest.mark.parametrize("name", ["app.Tests.ps1", "src/order.spec.ps1", "test_tweak.ps1"])
def test_tests_are_not_asked_about_as_the_product(name: str) -> None:
    assert [text for text in asked({name: POWERSHELL}) if name.rpartition("/")[2] in text] == []


def test_a_branch_that_machines_write_is_not_asked_about() -> None:
    branches = (Branch("gh-pages", 500), Branch("feature/pay", 7))
    history = HistoryFacts(9, True, None, None, 3, (), None, None, 0.0, (), branches)
    texts = asked(OF["c"], "en", history=history)
    assert [text for text in texts if "gh-pages" in text] == []
    assert [text for text in texts if "feature/pay" in text]


def test_a_line_of_a_readme_alone_makes_no_question() -> None:
    facts, read = known({"README.md": "# Shop\n"})
    place = Evidence(path="README.md", start=1, end=1, quote="# Shop")
    given = {"rule": "R01", "category": "readme", "severity": "high", "confidence": "high", "title": "t",
             "advice": "a", "evidence": (place,)}  # fmt: skip
    general = Finding(**given, question="대표 기능 하나를 골라 1분 안에 설명해 주세요.")
    named = Finding(**given, question="README의 `docs/api.md` 링크는 왜 열리지 않나요?")
    [question] = offline_questions(facts, (general, named), "ko", read)
    assert "docs/api.md" in question.text
