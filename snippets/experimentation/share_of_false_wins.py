"""Shows which share of the significant wins is false: power, level, base rate."""


def false_share(real, power=0.8, level=0.025):  # level: of the winning side
    false = (1 - real) * level
    return false / (false + real * power)


for real in (0.5, 0.1, 0.02):
    for power in (0.8, 0.3):
        share = 100 * false_share(real, power)
        print(f"{100 * real:2.0f} % of ideas work, power {power}:", end=" ")
        print(f"{share:.0f} % of wins are false")
