"""Our own bugs are told by their place in the code and by nothing else."""

from lifestory.app.mistakes import places


def break_on(surname: str) -> None:
    try:
        dict[str, str]()[surname]
    except KeyError as lost:
        raise ValueError(f"no {surname}") from lost


def test_a_bug_is_told_without_a_value() -> None:
    try:
        break_on("Featherstonehaugh")
    except ValueError as error:
        told = "\n".join(places(error))
    assert "Featherstonehaugh" not in told
    assert "ValueError" in told
    assert "KeyError" in told
    assert "break_on" in told
