"""Many may share the machine, one may have it alone, and who wants it alone does not starve."""

import random
import threading

from jobcoach.judge.running.exclusive import Machine


def test_alone_means_alone() -> None:
    machine, looking = Machine(), threading.Lock()
    sharing, alone, faults = 0, 0, []

    def enter(shared: int, exclusive: int) -> None:
        nonlocal sharing, alone
        with looking:
            sharing, alone = sharing + shared, alone + exclusive
            if alone > 1 or (alone and sharing):
                faults.append((sharing, alone))

    def work(seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(200):
            wants_alone = chance.random() < 0.3
            with machine.alone() if wants_alone else machine.shared():
                enter(not wants_alone, wants_alone)
                for _ in range(chance.randrange(200)):
                    pass
                enter(-(not wants_alone), -wants_alone)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
        assert not thread.is_alive()
    assert faults == []


def test_many_may_share() -> None:
    machine, all_inside = Machine(), threading.Barrier(3)

    def share() -> None:
        with machine.shared():
            all_inside.wait(timeout=60)

    threads = [threading.Thread(target=share) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not all_inside.broken


def test_who_waits_to_be_alone_goes_before_who_comes_later_to_share() -> None:
    machine = Machine()
    order: list[str] = []
    in_first, leave_first = threading.Event(), threading.Event()

    def first() -> None:
        with machine.shared():
            in_first.set()
            leave_first.wait()

    def lonely() -> None:
        with machine.alone():
            order.append("alone")

    def late() -> None:
        with machine.shared():
            order.append("shared")

    threads = [threading.Thread(target=first), threading.Thread(target=lonely)]
    threads[0].start()
    in_first.wait()
    threads[1].start()
    while not machine.is_wanted_alone:
        threading.Event().wait(0.001)
    threads.append(threading.Thread(target=late))
    threads[2].start()
    leave_first.set()
    for thread in threads:
        thread.join(timeout=60)
        assert not thread.is_alive()
    assert order == ["alone", "shared"]


def test_an_error_inside_frees_the_machine() -> None:
    machine = Machine()
    for enter in (machine.shared, machine.alone, machine.shared):
        try:
            with enter():
                raise ValueError
        except ValueError:
            pass
