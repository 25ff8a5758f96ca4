"""Shows a dynamic micro-batcher in asyncio that answers each request exactly once."""

import asyncio
from contextlib import suppress


class Batcher:
    def __init__(self, model, max_size, max_delay):  # model: async, list to list
        self.model, self.size, self.delay = model, max_size, max_delay
        self.queue, self.pending, self.closed = asyncio.Queue(), set(), False
        self.worker = asyncio.create_task(self._serve())  # ends early only if cancelled
        self.worker.add_done_callback(lambda _: [a.cancel() for a in {*self.pending}])

    def submit(self, item):
        if self.closed or self.worker.done():
            raise RuntimeError("closed")
        self.pending.add(answer := asyncio.get_running_loop().create_future())
        answer.add_done_callback(self.pending.discard)
        self.queue.put_nowait((item, answer, answer.get_loop().time() + self.delay))
        return answer  # to be awaited; a caller that is cancelled cancels it

    async def close(self):  # refuses what is new, answers what waits
        self.closed = True
        self.queue.put_nowait(None)  # wakes the worker
        await asyncio.shield(self.worker)

    async def _serve(self):
        while not (self.closed and self.queue.empty()):
            batch = []
            with suppress(TimeoutError):  # get() returns at once if somebody waits
                async with asyncio.timeout(None) as limit:
                    while len(batch) < self.size and (got := await self.queue.get()):
                        if not got[1].done():
                            batch.append(got)
                            limit.reschedule(batch[0][2])
            if batch := [(item, a) for item, a, _ in batch if not a.done()]:
                try:
                    results = await self.model([item for item, _ in batch])
                    pairs = [*zip(batch, results, strict=True)]
                except Exception as error:  # of the whole batch
                    pairs = [(request, error) for request in batch]
                for (_, answer), result in pairs:
                    if not answer.done():  # its caller may have gone meanwhile
                        failed = isinstance(result, Exception)
                        (answer.set_exception if failed else answer.set_result)(result)


async def main():
    async def squares(numbers):  # stands for the model; an exception fails its item
        print("a batch of", numbers)
        return [x * x if x else ValueError("0 refused") for x in numbers]

    batcher = Batcher(squares, max_size=3, max_delay=float("inf"))
    answers = [batcher.submit(x) for x in range(8)]
    answers[5].cancel()
    await batcher.close()  # cuts the delay short
    print(*map(repr, await asyncio.gather(*answers, return_exceptions=True)), sep="\n")


asyncio.run(main())
