from hypothesis import given
from hypothesis import strategies as st
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

fragments = st.lists(st.sampled_from(["<|start|>", "<|user|>", "<|assistant|>", "<|end|>", "<|", "hi", "é"]))
messages = fragments.map("".join)


def library(snippet):
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE({letter: i for i, letter in enumerate(alphabet)}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(name, normalized=False) for name in snippet.SPECIAL])
    return tokenizer


def spelled(snippet, tokens):  # bytes back to text, specials by name
    return "".join(chr(t) if t < 256 else snippet.NAMES[t] for t in tokens).encode("latin-1").decode()


@given(messages)
def test_the_same_special_tokens_are_found_as_by_hugging_face(snippet, message):
    rendered = f"<|start|><|user|>{message}<|end|><|assistant|>"
    found = [token[2:-2] for token in library(snippet).encode(rendered).tokens if token in snippet.SPECIAL]
    assert snippet.turns(snippet.unsafe_chat(message)) == " ".join(found)
    assert spelled(snippet, snippet.unsafe_chat(message)) == rendered


@given(messages)
def test_no_message_can_change_the_turns_of_the_safe_chat(snippet, message):
    tokens = snippet.safe_chat(message)
    assert snippet.turns(tokens) == "start user end assistant"
    assert spelled(snippet, tokens) == f"<|start|><|user|>{message}<|end|><|assistant|>"
    assert tokens[2:-2] == list(message.encode())


@given(messages)
def test_the_library_has_the_same_switch(snippet, message):
    tokenizer = library(snippet)
    tokenizer.encode_special_tokens = True  # special tokens are split like any text
    assert not set(tokenizer.encode(message).tokens) & set(snippet.SPECIAL)
    assert len(tokenizer.encode(message).ids) == len(snippet.encode_text(message))


def test_harmless_messages_give_the_same_tokens_both_ways(snippet):
    for message in ("", "Hi", "a < b | c > d", "<|other|>"):
        assert snippet.safe_chat(message) == snippet.unsafe_chat(message)


def test_numbers_of_special_tokens_are_no_bytes_and_distinct(snippet):
    assert sorted(snippet.SPECIAL.values()) == [256, 257, 258, 259]
    assert {name: number for number, name in snippet.NAMES.items()} == snippet.SPECIAL


def test_the_page_the_attack_forges_an_answer_and_the_start_can_come_twice(snippet):
    assert snippet.turns(snippet.unsafe_chat(snippet.attack)).count("assistant") == 2
    assert snippet.twice[:2] == [snippet.SPECIAL["<|start|>"]] * 2
    assert snippet.twice[1:] == snippet.unsafe_chat("Hi")
