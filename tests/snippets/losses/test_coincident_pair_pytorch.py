import torch
import torch.nn.functional as F


def test_away_from_zero_all_three_agree(snippet):
    torch.manual_seed(1)
    for a, b in torch.randn(6, 2, 4) / 4:
        d = (a - b).norm()
        expected = -(1 - d).clamp(min=0) * (a - b) / d
        for distance in (snippet.root_of_squares, snippet.norm, F.pairwise_distance):
            torch.testing.assert_close(distance(a, b), d, atol=1e-5, rtol=1e-5)
            torch.testing.assert_close(snippet.push_apart(distance, a, b), expected, atol=1e-5, rtol=1e-5)
    assert snippet.push_apart(snippet.norm, a + 3, b).abs().max() == 0  # beyond the margin
    assert expected.abs().max() > 0


def test_at_distance_zero(snippet):
    for dimension in (1, 3, 9):
        point = torch.randn(dimension)
        assert snippet.push_apart(snippet.root_of_squares, point, point).isnan().all()
        assert (snippet.push_apart(snippet.norm, point, point) == 0).all()
        # F.pairwise_distance adds 1e-6 to each difference, so the push is a unit vector along the diagonal
        push = snippet.push_apart(F.pairwise_distance, point, point)
        torch.testing.assert_close(push, torch.full_like(push, -(dimension**-0.5)), atol=1e-4, rtol=1e-4)


def test_the_argument_is_left_alone(snippet):
    point = torch.zeros(2)
    snippet.push_apart(snippet.norm, point, point)
    assert not point.requires_grad
