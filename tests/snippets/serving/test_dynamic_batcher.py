import asyncio
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


class VirtualClock(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next timer; it fails where a real one would hang."""

    def __init__(self):
        super().__init__()
        self.now, select = 0.0, self._selector.select

        def jump(timeout):
            assert timeout is None or timeout < 1000
            ready = select(0)
            assert ready or timeout is not None, "everybody waits for ever"
            self.now += timeout or 0.0
            return ready

        self._selector.select = jump

    def time(self):
        return self.now


def virtually(coroutine):
    with asyncio.Runner(loop_factory=VirtualClock) as runner:
        return runner.run(coroutine)


class Broken(Exception):
    pass


def recording_model(starts, busy, breaks=()):
    async def model(items):
        number, loop = len(starts), asyncio.get_running_loop()
        starts.append((loop.time(), items))
        await asyncio.sleep(busy)
        if number in breaks:
            raise Broken(number)
        return [ValueError(item) if item % 5 == 3 else 10 * item for item in items]

    return model


async def caller(batcher, item):
    return await batcher.submit(item)


def outcome(task):
    if task.cancelled():
        return "cancelled"
    return task.exception() or task.result()


def ledger(came, fuse, size, delay, busy, breaks, closing):
    """What must happen: the batches with their starts, and each request's outcome, replayed over all event times."""
    expected = {i: RuntimeError for i in came if came[i] > closing}
    waiting, free, batches = [i for i in came if i not in expected], 0.0, []
    while waiting:
        events = {closing, *(t for i in waiting for t in (came[i], came[i] + delay, fuse[i]))}
        for now in sorted({free, *(t for t in events if free < t < inf)}):
            # a place in the batch is taken at arrival, or when the worker is free again, by those who still wait then
            placed = [i for i in waiting if came[i] <= now and fuse[i] > max(free, came[i])][:size]
            if (placed and (len(placed) == size or now >= came[placed[0]] + delay)) or now >= closing:
                break
        batch = [i for i in placed if fuse[i] > now]
        gone = [i for i in waiting if i in placed or (came[i] <= now and fuse[i] <= now)]
        waiting = [i for i in waiting if i not in gone]
        expected |= dict.fromkeys(gone, "cancelled")
        free = now
        if batch:
            free, broken = now + busy, len(batches) in breaks
            batches.append((now, batch))
            answers = {i: Broken if broken else ValueError if i % 5 == 3 else 10 * i for i in batch}
            expected |= {i: answer for i, answer in answers.items() if fuse[i] >= free}
    return batches, expected


@settings(max_examples=120)
@given(
    arrivals=st.lists(st.integers(0, 60), min_size=1, max_size=25),
    patience=st.lists(st.integers(0, 30), min_size=25, max_size=25),
    closing=st.integers(1, 80),
    size=st.integers(1, 5),
    delay=st.integers(0, 20),
    busy=st.integers(0, 15),
    breaks=st.sets(st.integers(0, 6), max_size=3),
)
def test_each_request_is_answered_exactly_once_and_as_the_ledger_says(
    snippet, arrivals, patience, closing, size, delay, busy, breaks
):
    # small offsets, so that no two events of different kinds fall on one moment
    came = {i: t + i / 1000 for i, t in enumerate(sorted(arrivals))}
    fuse = {i: inf if patience[i] > 20 else t + 0.5 + patience[i] for i, t in came.items()}
    closing, starts, answered = closing + 0.25, [], []

    async def scenario():
        batcher = snippet.Batcher(recording_model(starts, busy, breaks), size, delay)

        async def client(i):
            await asyncio.sleep(came[i])
            call = asyncio.create_task(caller(batcher, i))
            call.add_done_callback(lambda _: answered.append(i))
            await asyncio.wait({call}, timeout=fuse[i] - came[i] if fuse[i] < inf else None)
            call.cancel()
            await asyncio.wait({call})
            return call

        clients = [asyncio.create_task(client(i)) for i in came]
        await asyncio.sleep(closing)
        await batcher.close()
        calls = await asyncio.gather(*clients)
        assert not batcher.pending and batcher.worker.done()
        return [outcome(call) for call in calls]

    got = virtually(scenario())
    assert sorted(answered) == list(came)  # each once
    batches, expected = ledger(came, fuse, size, delay, busy, breaks, closing)
    assert [items for _, items in starts] == [items for _, items in batches]
    assert [t for t, _ in starts] == pytest.approx([t for t, _ in batches])
    for i, answer in enumerate(got):
        assert (type(answer) if isinstance(answer, Exception) else answer) == expected[i]
        assert not isinstance(answer, ValueError) or answer.args == (i,)


def test_a_wrong_number_of_results_fails_the_whole_batch_and_the_next_one_works(snippet):
    async def scenario():
        async def model(items):
            return items[:-1] if len(items) > 1 else items

        batcher = snippet.Batcher(model, 3, 1.0)
        first = await asyncio.gather(*map(batcher.submit, range(3)), return_exceptions=True)
        assert [type(error) for error in first] == [ValueError] * 3
        assert await batcher.submit(7) == 7
        await batcher.close()
        await batcher.close()  # twice does no harm
        with pytest.raises(RuntimeError, match="closed"):
            await batcher.submit(1)

    virtually(scenario())


def test_the_delay_counts_from_the_arrival_and_only_a_lone_request_pays_it_in_full(snippet):
    starts = []

    async def scenario():
        batcher = snippet.Batcher(recording_model(starts, busy=10), 2, 4)
        lone = asyncio.create_task(caller(batcher, 0))
        await asyncio.sleep(5)  # the lone one runs from 4 to 14
        late = asyncio.create_task(caller(batcher, 1))
        assert await asyncio.gather(lone, late) == [0, 10]
        await batcher.close()

    virtually(scenario())
    assert starts == [(4, [0]), (14, [1])]


def test_nobody_hangs_if_the_worker_is_cancelled(snippet):
    async def scenario():
        batcher = snippet.Batcher(recording_model([], busy=10), 2, 1)
        calls = [asyncio.create_task(caller(batcher, i)) for i in range(5)]
        await asyncio.sleep(3)  # two run, three wait
        batcher.worker.cancel()
        await asyncio.wait(calls)
        assert all(call.cancelled() for call in calls)
        with pytest.raises(RuntimeError):
            await batcher.submit(1)

    virtually(scenario())


def test_giving_up_on_close_loses_nothing(snippet):
    async def scenario():
        batcher = snippet.Batcher(recording_model([], busy=10), 2, 1)
        calls = [asyncio.create_task(caller(batcher, i)) for i in (0, 1, 2)]
        await asyncio.sleep(0)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(batcher.close(), 5)
        assert await asyncio.gather(*calls) == [0, 10, 20]

    virtually(scenario())


def test_printed_batches_and_answers(snippet):
    lines = snippet.printed.splitlines()
    assert lines[:3] == ["a batch of [0, 1, 2]", "a batch of [3, 4, 6]", "a batch of [7]"]
    assert lines[3:] == ["ValueError('0 refused')", "1", "4", "9", "16", "CancelledError('')", "36", "49"]
