"""A repository on a server: fetched bare and in part, then read like a local one.

Two fetches run beside each other: the wanted commit alone with all files below the size
limit, and the newest commits with their folders but without contents; then the other branches
are added to that. Nothing is ever checked out. If the server still has what is in the cache, only
its refs are listed.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.portfolio.source.cache_entry import CacheEntry
from jobcoach.portfolio.source.credentials import with_credentials
from jobcoach.portfolio.source.failures import is_about_credentials, is_known, told
from jobcoach.portfolio.source.git import GitFailed
from jobcoach.portfolio.source.git_snapshot import GitSnapshot
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.local import Chosen, empty_repository, no_such_ref, peeled, with_the_work
from jobcoach.portfolio.source.location import RemotePlace
from jobcoach.portfolio.source.progress import Progress
from jobcoach.portfolio.source.quarantine import Quarantine
from jobcoach.portfolio.source.refs import read_shallow, short_name
from jobcoach.portfolio.source.remote_refs import RemoteRefs
from jobcoach.portfolio.source.snapshot import Source
from jobcoach.portfolio.source.transfer import Request, Server, arrived, is_simple_server


def open_remote(
    place: RemotePlace,
    ref: str | None,
    cache_folder: Path,
    progress: Progress,
    *,
    attended: bool,
    limits: Limits = LIMITS,
) -> GitSnapshot:
    """The repository at ``ref``, else its default branch. Raises InputError, EnvironmentMissing.

    Nobody is asked for anything unless ``attended``, and then only if the server wants to know who it is.
    """

    def visit(visited: RemotePlace, *, asking: bool) -> GitSnapshot:
        return _visit(visited, ref, cache_folder, progress, asking=asking, limits=limits)

    try:
        return visit(place, asking=False)
    except GitFailed as failure:
        if not (attended and is_about_credentials(failure)):
            raise told(failure, place) from failure
    try:
        if place.protocol == "ssh":
            return visit(place, asking=True)
        return visit(with_credentials(place), asking=False)
    except GitFailed as failure:
        raise told(failure, place) from failure


def _visit(
    place: RemotePlace,
    ref: str | None,
    cache_folder: Path,
    progress: Progress,
    *,
    asking: bool,
    limits: Limits,
) -> GitSnapshot:
    try:
        entry = CacheEntry(cache_folder, place.url)
        try:
            server = Server(place, entry.downloaded_bytes, asking=asking, progress=progress, limits=limits)
            return _Visit(place, ref, entry, server, limits).open()
        except BaseException:
            entry.close()
            raise
    except OSError as error:
        raise EnvironmentMissing(f"{cache_folder}: cannot be written", why=error.strerror or "") from error


class _Visit:
    """One look at a server and at what is kept of it."""

    def __init__(
        self, place: RemotePlace, ref: str | None, entry: CacheEntry, server: Server, limits: Limits
    ) -> None:
        self._place = place
        self._ref = ref
        self._entry = entry
        self._server = server
        self._limits = limits

    def open(self) -> GitSnapshot:
        self._entry.share()
        refs: RemoteRefs | None = None
        if self._entry.is_filled():
            refs = self._server.refs(self._entry.contents_dir)
            if snapshot := self._kept(refs):
                return snapshot
        for is_damaged in (False, True):
            self._entry.own()
            if is_damaged:
                self._entry.empty()
            refs = self._update(refs)
            self._entry.share()
            if snapshot := self._kept(refs):
                return snapshot
            refs = None
        raise EnvironmentMissing(f"{self._place.shown}: what was fetched cannot be read", mend="try again")

    def _update(self, refs: RemoteRefs | None) -> RemoteRefs:
        """Fetches what is missing; ``refs`` are those of the server if they were listed already."""
        self._entry.make_ready()
        try:
            refs = self._fetch_all(refs) if self._entry.is_filled() else self._fetch_first()
        except GitFailed as failure:
            if not self._entry.is_filled() or is_known(failure):
                raise
            self._entry.empty()
            refs = self._fetch_first()
        self._entry.forget_others()
        return refs

    def _fetch_first(self) -> RemoteRefs:
        """The default branch need not wait for the list of refs; where somebody may be asked, it does."""
        if self._ref or self._server.is_asking:
            return self._fetch_all(None)
        with ThreadPoolExecutor(1) as beside:
            try:
                early = beside.submit(self._server.fetch, [self._contents("HEAD"), self._history(["HEAD"])])
                refs = self._server.refs(self._entry.contents_dir)
                no_contents, no_history = early.result()
            except BaseException:
                self._server.stop()  # else leaving would wait for the fetch to end
                raise
        if no_contents is None:
            self._entry.add_contents(arrived(self._entry.contents_dir))
        if no_history is None:
            self._entry.add_history([arrived(self._entry.history_dir)])
        return self._fetch_all(refs)

    def _fetch_all(self, refs: RemoteRefs | None) -> RemoteRefs:
        """Contents and history, as far as they are not there. Raises GitFailed without contents."""
        refs = refs or self._server.refs(self._entry.contents_dir)
        self._entry.use_format(refs.object_format)
        chosen = self._choose_by_name(refs)
        if chosen is None:
            self._fetch_missing(refs, None)  # the commits tell which branch is to be read
            chosen = self._newest(refs)
        self._fetch_missing(refs, chosen.commit)
        return refs

    def _fetch_missing(self, refs: RemoteRefs, commit: str | None) -> None:
        """A review without history is better than none: a server that does not give it is no failure."""
        fetched = self._entry.fetched()
        branches = refs.chosen_branches(self._limits.branches).values()
        tips = {*branches, *([commit] if commit else [])} - fetched.history
        wanted = [commit] if commit and commit not in fetched.contents else []
        requests = [*([self._history(sorted(tips))] if tips else []), *map(self._contents, wanted)]
        failures = dict(
            zip((request.part for request in requests), self._server.fetch(requests), strict=True)
        )
        if tips and (failure := failures["history"]) is None:
            self._entry.add_history(tips)
        elif tips and failure and self._entry.is_filled() and not is_known(failure):
            raise failure  # rather what is kept is damaged
        for each in wanted:
            self._take_contents(each, failures["contents"])

    def _take_contents(self, commit: str, failure: GitFailed | None) -> None:
        if failure is not None and is_simple_server(failure):
            failure = self._server.fetch([Request("contents", self._entry.contents_dir, [commit], ())])[0]
            self._entry.add_history([commit])
        if failure is not None:
            raise failure
        self._entry.add_contents(commit)

    def _contents(self, wanted: str) -> Request:
        options = ("--depth=1", f"--filter=blob:limit={self._limits.file_bytes}")
        return Request("contents", self._entry.contents_dir, [wanted], options)

    def _history(self, tips: Sequence[str]) -> Request:
        options = (f"--depth={self._limits.detailed_commits}", "--filter=blob:none")
        return Request("history", self._entry.history_dir, tips, options)

    def _choose_by_name(self, refs: RemoteRefs) -> Chosen | None:
        """None where the default branch is empty and only the commits tell which one is to be read."""
        if self._ref is not None and self._ref != "HEAD":
            found = refs.find(self._ref)
            if found is None:
                raise no_such_ref(self._place.shown, self._ref, list(refs.branches()))
            return Chosen(*found)
        if refs.head_id is not None:
            name = refs.head_name
            return Chosen(refs.head_id, short_name(name) if name else None, () if name else ("detached",))
        if not refs.branches():
            raise empty_repository(self._place.shown)
        return None

    def _newest(self, refs: RemoteRefs) -> Chosen:
        objects = self._entry.history_dir / "objects"
        quarantine = Quarantine([objects], object_format=refs.object_format)
        try:
            chosen = with_the_work(refs.chosen_branches(self._limits.branches), quarantine.environment)
        finally:
            quarantine.close()
        if chosen is None:
            raise InputError(
                f"{self._place.shown}: the default branch is empty", mend="name a branch with --ref"
            )
        return chosen

    def _kept(self, refs: RemoteRefs) -> GitSnapshot | None:
        """What the refs name, if it is in the cache and can be read."""
        fetched = self._entry.fetched()
        chosen = self._choose_by_name(refs) or self._newest(refs)
        if chosen.commit not in fetched.contents:
            return None
        has_history = chosen.commit in fetched.history
        cut = read_shallow(self._entry.history_dir if has_history else self._entry.contents_dir)
        quarantine = Quarantine(self._entry.object_folders, object_format=refs.object_format, shallow=cut)
        commit = peeled(chosen.commit, quarantine.environment)
        if commit is None:
            quarantine.close()
            return None
        snapshot = GitSnapshot(
            Source("remote", self._place.shown, commit, chosen.ref),
            quarantine,
            refs.branches(),
            (*chosen.notes, *(["history_cut"] if cut else [])),
            release=self._entry.close,
            limits=self._limits,
        )
        if "objects_missing" in snapshot.notes:
            quarantine.close()
            return None
        self._entry.touch()
        return snapshot
