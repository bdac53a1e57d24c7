"""One secret of each kind, put together here so that none stands in the file as such."""

import random
import string

_ALNUM = string.ascii_letters + string.digits
_HEX = string.digits + "abcdef"


def _chars(count: int, alphabet: str = _ALNUM) -> str:
    return "".join(random.Random(count).choices(alphabet, k=count))  # the same at each run


def _pem() -> str:
    return "\n".join(_chars(64 - line % 2) for line in range(5))


PLANTED: dict[str, tuple[str, str]] = {
    # kind: (what stands around it, the secret)
    "private-key": ("-----BEGIN RSA PRIVATE " + "KEY-----\n{}\n-----END RSA PRIVATE " + "KEY-----", _pem()),
    "aws-access-key-id": ("id = {}", "AKIA" + _chars(16, string.ascii_uppercase)),
    "aws-secret-access-key": ("aws_secret_access_key = {}", _chars(40)),
    "google-api-key": ('<script src="https://maps/api?key={}">', "AIza" + _chars(35)),
    "google-oauth-client-secret": ('"client_secret":"{}"', "GOCSPX-" + _chars(28)),
    "firebase-server-key": ("FCM {}", "AAAA" + _chars(7) + ":APA91b" + _chars(134)),
    "azure-storage-key": ("AccountName=a;AccountKey={};Endpoint=b", _chars(86) + "=="),
    "azure-client-secret": ("AZURE {}", "a8X" + "8Q~" + _chars(34)),
    "azure-shared-access-key": ("SharedAccessKey={};", _chars(43) + "="),
    "github-token": ("git clone https://{}", "ghp_" + _chars(36)),
    "github-fine-grained-token": ("{}", "github_pat_" + _chars(22) + "_" + _chars(59)),
    "gitlab-token": ("curl -H 'PRIVATE: {}'", "glpat-" + _chars(20)),
    "slack-token": ("bot({})", "xoxb-" + _chars(12, string.digits) + "-" + _chars(24)),
    "slack-webhook": ("https://hooks.slack.com/services/{}", "T" + "0AB12CD3/B0EF45GH6/" + _chars(24)),
    "discord-webhook": ("https://discord.com/api/webhooks/{}", _chars(18, string.digits) + "/" + _chars(68)),
    "discord-bot-token": ("# discord\nrun({})", "M" + _chars(23) + "." + _chars(6) + "." + _chars(27)),
    "telegram-bot-token": ("https://api.telegram.org/bot/{}/x", _chars(9, "123456789") + ":AA" + _chars(33)),
    "stripe-key": ("stripe({})", "sk_" + "live_" + _chars(24)),
    "anthropic-key": ("x {}", "sk-" + "ant-api03-" + _chars(90)),
    "openai-key": ("x {}", "sk-" + "proj-" + _chars(60)),
    "hugging-face-token": ("login({})", "hf_" + _chars(34)),
    "npm-token": ("//registry/:_authToken {}", "npm_" + _chars(36)),
    "pypi-token": ("twine {}", "pypi-" + "AgEIcHlwaS5vcmc" + _chars(70)),
    "sendgrid-key": ("mail {}", "SG." + _chars(22) + "." + _chars(43)),
    "mailgun-key": ("mailgun {}", "key-" + _chars(32, _HEX)),
    "twilio-key": ("twilio {}", "SK" + _chars(32, _HEX)),
    "digitalocean-token": ("do {}", "dop_v1_" + _chars(64, _HEX)),
    "shopify-token": ("shop {}", "shpat_" + _chars(32, _HEX)),
    "atlassian-token": ("jira {}", "ATATT3" + _chars(120)),
    "supabase-token": ("x {}", "sbp_" + _chars(40, _HEX)),
    "kakao-key": ("KAKAO_REST_API_KEY = '{}'", _chars(32, _HEX)),
    "kakao-rest-key": ("headers: KakaoAK {}", _chars(32, _HEX)),
    "naver-client-secret": ("naver.client.secret={}", "aB3_x9Kd2Q"),
    "public-data-service-key": ("url?serviceKey={}&page=1", _chars(64) + "%2B" + _chars(20) + "%3D%3D"),
    "json-web-token": ("{}", "eyJ" + _chars(20) + "." + "eyJ" + _chars(40) + "." + _chars(43)),
    "password-in-url": ("mongodb+srv://admin:{}@cluster0.mongodb.net/db", "Tiger-4711-paw!"),
    "password-in-jdbc-url": ("jdbc:mysql://db:3306/shop?user=root&password={}&ssl=no", "Tiger4711paw"),
    "basic-or-bearer": ('"Authorization": "Basic {}"', _chars(32)),
    "docker-registry-auth": ('"auth": "{}"', _chars(28)),
    "signing-key-in-a-call": (
        "const t = jwt.sign({{ id }}, '{}', {{ expiresIn: '1h' }})",
        "purple-elephant-42",
    ),
    "given-in-a-call": ('User.builder().password("{}").build()', "Tiger4711paw"),
    "given-in-a-command": ("redis-server --requirepass {} --port 1", "Tiger4711paw"),
    "xml-element": ("<server><password>{}</password></server>", "Tiger4711pawTiger"),
    "xml-attribute": ('<string name="kakao_app_key">{}</string>', "t7qm2zr8vkx4lpw9t7qm2zr8vkx4lpw9"),
    "assigned-to-a-key": ("OPENWEATHER_KEY={}", _chars(32, _HEX)),
    "assigned-in-quotes": ('String dbPassword = "{}";', "Tr0ub4dor&3xyz99Q"),
    "assigned-in-a-line": ("spring.datasource.password={}", "Tiger4711pawTiger"),
    "token-in-url": ("RUN git clone https://{}@github.com/x/y", _chars(40)),
    "parameter-of-url": ("GET /files?id=3&access_token={}&page=1", _chars(30)),
    "user-and-password-of-curl": ("curl -u admin:{} https://shop.kr", "h4rdc0reP9w"),
    "password-of-sshpass": ('os.system("sshpass -p {} ssh host")', "sshPw55Rrq"),
    "password-in-prose": ("관리자 비밀번호는 {} 이고", "Kx9!mopQz77w"),
    "password-after-the-account": ("로그인: root/{}, 끝", "Zq81mnbTT"),
    "environment-of-image": ("ENV API_TOKEN {}", _chars(24)),
    "value-on-the-next-line": ("password: >\n  {}", "Tiger4711paw"),
    "password-to-a-database": ('DriverManager.getConnection(url, "root", "{}")', "Tiger4711paw"),
    "pair-of-user-and-password": ('auth = ("operator", "{}")', "Tiger4711paw"),
}
