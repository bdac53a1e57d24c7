"""Bringing problems from elsewhere into the package format, and starting new ones."""

from jobcoach.judge.importers.import_package import ImportedProblem, import_package
from jobcoach.judge.importers.new import new_problem

__all__ = ["ImportedProblem", "import_package", "new_problem"]
