"""A page in words, for tests and for people: what stands where."""

from __future__ import annotations

from lifestory.domain.plans import Art, PagePlan, Picture, Words


def describe(plan: PagePlan) -> str:
    """One line for each element, from back to front, in whole points from the lower left corner.

    A photo is told by the start of its original's id, decoration by its name and size alone.
    """
    lines = [
        f"page {plan.width:.0f} x {plan.height:.0f}  {plan.side}  "
        f"part: {plan.part}  type: {plan.page_type}"
    ]
    for element in plan.elements:
        box = element.box
        where = f"{box.x:5.0f} {box.y:5.0f}  {box.width:.0f} x {box.height:.0f}"
        match element:
            case Words():
                first = element.lines[0]
                size = first.runs[0].size if first.runs else 0
                lines.append(f"{element.role.value:<10} {where}  {size:g} pt")
                lines += [f"    {line.text}" for line in element.lines]
            case Picture():
                caption = f"  caption: {element.caption}" if element.caption else ""
                original = str(element.rendition.original)[:8]
                lines.append(f"{'photo':<10} {where}  {original}{caption}")
            case Art():
                says = f"  says: {element.alt}" if element.alt else ""
                lines.append(f"{'art':<10} {where}  {element.name}, {len(element.shapes)}{says}")
    return "\n".join(lines) + "\n"
