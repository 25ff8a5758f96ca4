"""Shows what one sentence costs in five languages, under an English vocabulary."""

from tokenizers import Tokenizer, models, pre_tokenizers, trainers


def train(texts, vocabulary_size):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_size,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


english = """They are endowed with reason and conscience and should act towards one
another in a spirit of brotherhood. Everyone is entitled to all the rights and freedoms
set forth in this Declaration, without distinction of any kind, such as race, colour,
sex, language, religion, political or other opinion, national or social origin,
property, birth or other status. Everyone has the right to life, liberty and security
of person. All are equal before the law and are entitled without any discrimination to
equal protection of the law. No one shall be held in slavery or servitude."""
parallel = {
    "English": "All human beings are born free and equal in dignity and rights.",
    "Spanish": "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
    "German": "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
    "Greek": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και "
    "τα δικαιώματα.",
    "Chinese": "人人生而自由，在尊严和权利上一律平等。",
}
tokenizer = train([english], 456)
tokens = {name: len(tokenizer.encode(text).ids) for name, text in parallel.items()}
print("          characters  bytes  tokens  to English")
for name, text in parallel.items():
    ratio = tokens[name] / tokens["English"]
    print(
        f"{name:8s} {len(text):11d} {len(text.encode()):6d}"
        f" {tokens[name]:7d} {ratio:11.2f}"
    )
