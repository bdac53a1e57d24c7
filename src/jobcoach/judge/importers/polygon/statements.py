"""Polygon's statements: sections of LaTeX a language, put together again."""

import shutil
from pathlib import Path

from jobcoach.judge.importers.polygon.files import inside
from jobcoach.judge.importers.source_format import Conversion

LANGUAGE_CODES = {
    "english": "en", "korean": "ko", "russian": "ru", "japanese": "ja", "chinese": "zh", "spanish": "es",
    "portuguese": "pt", "ukrainian": "uk", "polish": "pl", "french": "fr", "german": "de", "italian": "it",
    "vietnamese": "vi", "armenian": "hy", "azerbaijani": "az", "kazakh": "kk", "persian": "fa",
    "turkish": "tr",
    "romanian": "ro", "georgian": "ka", "serbian": "sr", "croatian": "hr", "bulgarian": "bg",
    "hungarian": "hu",
    "arabic": "ar", "indonesian": "id", "uzbek": "uz", "mongolian": "mn", "thai": "th",
}  # fmt: skip
_SECTIONS = {
    "legend": "", "input": "Input", "output": "Output", "interaction": "Interaction", "scoring": "Scoring",
    "notes": "Notes",
}  # fmt: skip


def write_statements(conversion: Conversion, languages: tuple[str, ...]) -> None:
    """Write ``statement/problem.CODE.tex`` for each language that has one."""
    for language in languages:
        code = LANGUAGE_CODES.get(language)
        if code is None:
            conversion.warnings.append(
                f"the statement in {language} is left out: the language has no known code"
            )
            continue
        sections = conversion.source / "statement-sections" / language
        whole = inside(conversion.source, f"statements/{language}/problem.tex")
        target = conversion.target / "statement"
        text = _joined(conversion.source, language)
        if text:
            target.mkdir(exist_ok=True)
            (target / f"problem.{code}.tex").write_text(text, encoding="utf-8")
            _copy_images(sections, target)
        elif whole:
            target.mkdir(exist_ok=True)
            shutil.copyfile(whole, target / f"problem.{code}.tex")


def _joined(source: Path, language: str) -> str:
    parts = []
    for section, title in _SECTIONS.items():
        path = inside(source, f"statement-sections/{language}/{section}.tex")
        text = path.read_bytes().decode("utf-8", "replace").strip() if path else ""
        if text:
            parts.append(f"\\section*{{{title}}}\n{text}" if title else text)
    name = inside(source, f"statement-sections/{language}/name.tex")
    title = name.read_bytes().decode("utf-8", "replace").strip() if name else ""
    return "\n\n".join([f"\\problemname{{{title}}}", *parts]) + "\n" if parts else ""


def _copy_images(sections: Path, target: Path) -> None:
    for path in sorted(sections.glob("*")):
        if path.suffix.lower() in (".png", ".jpg", ".jpeg", ".pdf", ".svg") and path.is_file():
            shutil.copyfile(path, target / path.name)
