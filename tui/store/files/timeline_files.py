"""The files of a timeline: one, all YAML files of a folder, or one with those that it includes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from tui.core.problems.file_lines import FileLines
from tui.core.text.messages import worded
from tui.store.files.joined import (
    JoinedFiles,
    StoryFile,
    fetch_files,
    is_folder,
    is_of_timeline,
    joined,
    paths_in,
    stat_files,
)
from tui.store.system.read_bytes import Unreadable, fetch, is_stream
from tui.store.system.watch import FileStat, stat_file
from tui.store.yaml.libyaml import MappingNode, ScalarNode, SequenceNode, TextComposer, YAMLError

MOST = 10_000
"""Files that one may include."""
_INCLUDES = re.compile(rb"^timeline[ ]*:(?:[^\n]*\n(?=[ \t#\r\n]|\Z))*?[^\n]*\binclude[ ]*:", re.MULTILINE)
_HEAD = re.compile(r"^timeline[ ]*:.*(?:\n(?:[ \t#].*)?$)*", re.MULTILINE)


def fetch_timeline(path: str) -> bytes:
    """The bytes of a timeline: of a file with those it includes, of standard input, or of a folder; else Unreadable."""
    return fetch_files(path, paths_in(path)) if is_folder(path) else fetch_file(path)


def fetch_file(path: str) -> bytes:
    """The bytes of a file with those that it includes, or of standard input; else Unreadable."""
    data = fetch(path)
    if b"include" not in data or is_stream(path) or not _INCLUDES.search(data):
        return data
    return _with_included(path, data)


def timeline_at(path: str, revision: str) -> bytes:
    """The bytes that a file, or all YAML files of a folder, had in a revision of git; GitError where there are none."""
    from tui.store.system import git, git_history  # of some cost, and few ask for what was

    if not is_folder(path):
        return git.bytes_at_revision(path, revision)
    top = git.top_folder(path)
    commit = git.commit_of(top, revision)
    inner = os.path.relpath(os.path.realpath(path), os.path.realpath(top)).replace(os.sep, "/")
    before = "" if inner == os.curdir else f"{inner}/"
    found = []
    with git_history.Blobs(top) as blobs:
        for name in git_history.files_at(top, commit):
            own = name.removeprefix(before)
            if name.startswith(before) and is_of_timeline(own):
                found.append(StoryFile.of(os.path.join(path, *own.split("/")), blobs.read(commit, name) or b""))
    if not found:
        raise git.NotThereError(worded("{file} is not in {revision}", file=path, revision=revision))
    return joined(found)


def stat_timeline(path: str, files: FileLines | None = None) -> FileStat | None:
    """The state of all files of a timeline, which are those that it was read from; None when they are not there."""
    if is_folder(path):
        try:
            return stat_files(paths_in(path))
        except Unreadable:
            return None
    return stat_file(path) if files is None else stat_files(files.names)


def _with_included(path: str, data: bytes) -> bytes:
    """A file, and those that it includes, and that these include."""
    root, refused, found = _root(path), dict[str, str](), dict[str, str]()
    waiting = [(path, data)]
    while waiting:
        one, held = waiting.pop()
        found[os.path.realpath(one)] = one
        for word in _words(held):
            reason, paths = _meant(word, one, root)
            if reason:
                refused[word] = reason
            for other in paths:
                if os.path.realpath(other) not in found and len(found) < MOST:
                    found[os.path.realpath(other)] = other
                    waiting.append((other, fetch(other)))
    made = fetch_files(path, found.values())
    made.refused = refused
    return made


def _root(path: str) -> str:
    """The folder that what is included lies in: that of the repository, or without one that of the file."""
    own = folder = os.path.dirname(os.path.realpath(path))
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return own
        folder = parent
    return folder


def _meant(word: str, path: str, root: str) -> tuple[str, list[str]]:
    """The files that a word under `include` means, or the reason why it means none."""
    if "://" in word or os.path.isabs(word):  # what is wrong with it is said when the file is read
        return "", []
    import glob

    folder = os.path.dirname(path)
    within = glob.glob(word, root_dir=folder or None, recursive=True) if set("*?[") & set(word) else [word]
    found = [os.path.normpath(os.path.join(folder, one)) for one in sorted(within)]
    found = [one for one in found if os.path.isfile(one)]
    if not found:
        return worded("there is no such file"), []
    outside = next((one for one in found if not _lies_in(os.path.realpath(one), root)), None)
    if outside is not None:
        return worded("{file} lies outside of {folder}", file=outside, folder=root), []
    return "", found


def _lies_in(path: str, root: str) -> bool:
    return path.startswith(os.path.join(root, ""))


def _words(data: bytes) -> Iterator[str]:
    """The texts under `include` of a file's timeline."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    head = _HEAD.search(text)
    if head is None:
        return
    try:
        root = TextComposer(head[0].encode()).get_single_node()
    except YAMLError:  # it is said when the file is read
        return
    for key, value in _pairs(_value(root, "timeline")):
        if key == "include":
            items = value.value if isinstance(value, SequenceNode) else [value]
            yield from (item.value.strip() for item in items if isinstance(item, ScalarNode) and item.value.strip())


def _value(node: object, name: str) -> object:
    return next((value for key, value in _pairs(node) if key == name), None)


def _pairs(node: object) -> Iterator[tuple[str, object]]:
    for key, value in node.value if isinstance(node, MappingNode) else ():
        if isinstance(key, ScalarNode):
            yield key.value, value


__all__ = ["JoinedFiles", "fetch_file", "fetch_timeline", "stat_timeline", "timeline_at"]
