from copy import deepcopy

from peft import LoraConfig, get_peft_model


def test_counts_are_those_of_the_real_classes(snippet, llama_3_8b):
    base = sum(p.numel() for p in llama_3_8b.parameters())
    assert snippet.base_parameters() == base
    model = get_peft_model(deepcopy(llama_3_8b), LoraConfig(r=16, target_modules="all-linear"), low_cpu_mem_usage=True)
    trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
    assert snippet.adapter_parameters(16) == trainable
    assert snippet.adapter_parameters(4) * 4 == trainable


def test_memory_is_counts_times_two_bytes(snippet):
    base, adapter = 8_030_261_248, 41_943_040
    for variants in (0, 1, 7):
        assert snippet.merged_bytes(variants) == 2 * variants * base
        assert snippet.shared_bytes(variants, 16) == 2 * (base + variants * adapter)
        assert snippet.shared_bytes(variants, 32) == 2 * (base + 2 * variants * adapter)


def test_figures_of_the_exercise(snippet):
    assert (
        "left beside base and cache: 238\n" in snippet.printed and 238 * snippet.adapter <= 20e9 < 239 * snippet.adapter
    )
    assert snippet.base == 2 * 8_030_261_248 and snippet.adapter == 2 * 41_943_040
    assert snippet.merged == snippet.merged_bytes(200) and snippet.shared == 2 * (8_030_261_248 + 200 * 41_943_040)
    assert snippet.merged / snippet.shared > 90  # two orders of magnitude at 200 variants
