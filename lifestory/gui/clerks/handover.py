"""The clerk of handing over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter

from lifestory.app.archives import write_child_archive
from lifestory.app.books import Book, BookReport, editions, print_book
from lifestory.app.digital_copy import write_digital_copy
from lifestory.app.no_consent import CHECK as NO_CONSENT
from lifestory.app.open_case import OpenCase
from lifestory.app.printing import on_paper, sheets, to_print
from lifestory.app.products import remember_copy
from lifestory.app.trial_prints import print_trial
from lifestory.domain.arrangement import Edition
from lifestory.domain.findings import Finding
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.clerks.opening import Opening
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Job, Task
from lifestory.gui.places.handover import HandOver
from lifestory.gui.printing import DPI, paint, range_of


class HandOverClerk(Clerk):
    """Makes what leaves the laptop, and says where it lies. `backup_asked` carries the folder in
    which a backup of the whole store shall lie."""

    backup_asked = Signal(object)

    kinds: ClassVar[frozenset[str]] = frozenset({"edition", "child"})

    def __init__(self, desk: Desk, place: HandOver) -> None:
        super().__init__(desk, place)
        self.place = place
        place.export.connect(self._export)
        place.trial.connect(self._try)
        place.printing.connect(self._print)
        place.copying.connect(self._copy)
        place.archive.connect(self._archive)
        there = (self.tr("Go to Children"), lambda: self.go.emit("children", None))
        self._opening = Opening(desk, place, place.open_form, self._here, there)
        place.opened.connect(self._opening.look)
        place.backup.connect(self.backup_asked)
        place.products.chosen_now.connect(self._choose_product)
        place.book_asked.connect(lambda: self.go.emit("book", None))

    def forget(self) -> None:
        self.place.clear()
        self.place.show_editions(())

    def refresh(self) -> None:
        if self.desk.found is not None:
            self.place.show_editions(editions(self.desk.found))

    def _choose_product(self, product: str) -> None:
        """The guides in Book are those of the product chosen here."""
        self.desk.product = product
        self.desk.product_chosen.emit()

    def _export(self, edition: Edition, target: Path) -> None:
        store, case = self.desk.store, self.desk.case
        if case is None:
            return
        title = self.tr("Making the PDF")
        asked = self.place.products
        pages, product, proof = asked.pages, asked.chosen, asked.proof.isChecked()

        def work(task: Task) -> BookReport:
            return print_book(
                store,
                case,
                edition,
                target,
                task.progress,
                task.cancelled,
                pages,
                printer=product,
                proof=proof,
            )

        job = self.desk.jobs.read(title, work)
        self._follow(job, title)
        if not proof:
            job.done.connect(lambda report: self._keep(case, edition, product, report))
        job.done.connect(self._here(self._tell_book))

    def _keep(
        self, case: OpenCase, edition: Edition, product: str, made: BookReport | Book
    ) -> None:
        """Note what stands on paper now, where all of it was printed."""
        if made.whole:
            note, sheets = self.tr("Noting what was printed"), made.sheets
            self.desk.jobs.write(
                note, lambda _: remember_copy(case, edition, product, sheets), quiet=True
            )

    def _try(self, target: Path) -> None:
        title, product = self.tr("Making the test print"), self.place.products.chosen
        job = self.desk.jobs.read(title, lambda _: print_trial(product, target))
        self._follow(job, title)
        made = self.tr("The test print is made.")
        lies = self.tr("It lies at {target}. Print it, and read what it says.")
        job.done.connect(self._here(lambda _: self._tell_where(made, lies, target)))

    def _tell_book(self, report: BookReport) -> None:
        made = self.tr("The book is made: {pages} pages.").format(pages=report.pages)
        lies = self.tr(
            "It lies at {target}. Whoever has that file can open it, without a passphrase."
        )
        self._tell_where(made, lies, report.target)
        if report.cover:
            cover = self.tr("The cover is a file of its own.")
            lies = self.tr("It lies at {target}. Give the print shop both.")
            self._tell_where(cover, lies, report.cover.target)
        self._tell_left_over(report.left_over)
        self._tell_findings((*report.findings, *(report.cover.findings if report.cover else ())))
        self._tell_worth_a_look(report.worth_a_look)

    def _tell_left_over(self, count: int) -> None:
        if count:
            out = self.tr("Take the last {count} sheets out of the copy.")
            self.place.messages.tell(self.tr("The book is shorter now."), out.format(count=count))

    def _tell_where(self, made: str, lies: str, target: Path) -> None:
        """Say that something is made, and where it lies; one button leads there."""
        there = (self.tr("Show in folder"), lambda: show_folder(target))
        said = lies.format(target=target)
        self.place.messages.tell(made, said, "good", answers=(there,))

    def _tell_findings(self, findings: Sequence[Finding]) -> None:
        """What must be cleared, and apart from it whom the book does not show: that is
        as it should be, and was known before it was made."""
        hidden = [one for one in findings if one.check == NO_CONSENT]
        self._tell_of(
            [one for one in findings if one.check != NO_CONSENT],
            self.tr("One thing in it is not as it should be."),
            self.tr("{count} things in it are not as they should be."),
        )
        self._tell_of(
            hidden,
            self.tr("Someone without permission is not shown."),
            self.tr("People without permission are not shown, in {count} places."),
        )

    def _tell_of(self, findings: Sequence[Finding], one: str, many: str) -> None:
        if findings:
            self.place.messages.tell(
                one if len(findings) == 1 else many.format(count=len(findings)),
                self.tr("Look at this before you hand it over."),
                "look",
                details=[_finding(each.page, each.found, each.remedy) for each in findings],
            )

    def _tell_worth_a_look(self, findings: Sequence[Finding]) -> None:
        if findings:
            many = self.tr("{count} things in it are worth a look.")
            said = self.tr("One thing in it is worth a look.") if len(findings) == 1 else many
            self.place.messages.tell(
                said.format(count=len(findings)),
                self.tr("That stops nothing. Book lists what is found, with what helps."),
                details=[_finding(one.page, one.found, one.remedy) for one in findings],
                answers=((self.tr("Go to Book"), lambda: self.go.emit("book", None)),),
            )

    def _print(self, edition: Edition, printer: QPrinter) -> None:
        store, case = self.desk.store, self.desk.case
        if case is None:
            return
        title, asked = self.tr("Printing the book"), self.place.products
        pages, product = range_of(printer) or asked.pages, asked.chosen
        proof = asked.proof.isChecked()

        def work(task: Task) -> tuple[int, Book]:
            ready = to_print(
                store,
                case,
                edition,
                task.progress,
                task.cancelled,
                pages,
                printer=product,
                proof=proof,
            )
            return paint(printer, sheets(ready, DPI, task.progress, task.cancelled)), ready.book

        job = self.desk.jobs.read(title, work)
        self._follow(job, title)
        if not proof:
            job.done.connect(lambda done: self._keep(case, edition, product, done[1]))
        both = on_paper(product, edition.size).edge != ""
        job.done.connect(self._here(lambda done: self._tell_printed(*done, both=both)))

    def _tell_printed(self, sides: int, book: Book, *, both: bool) -> None:
        sheets = -(-sides // 2) if both else sides
        many = self.tr("The book went to the printer: {pages} pages on {sheets} sheets.")
        one = self.tr("The book went to the printer: {pages} pages on 1 sheet.")
        went = (one if sheets == 1 else many).format(pages=book.pages, sheets=sheets)
        self.place.messages.tell(went, self.tr("Fetch them yourself, and count them."), "good")
        self._tell_left_over(book.left_over)
        self._tell_findings(book.findings)
        self._tell_worth_a_look(book.worth_a_look)

    def _copy(self, edition: Edition, target: Path, password: str) -> None:
        store, case = self.desk.store, self.desk.case
        if case is None:
            return
        title = self.tr("Making the locked copy")

        def work(task: Task) -> BookReport:
            return write_digital_copy(
                store, case, edition, target, password, task.progress, task.cancelled
            )

        job = self.desk.jobs.read(title, work)
        self._follow(job, title)
        job.done.connect(self._here(self._tell_copy))

    def _tell_copy(self, report: BookReport) -> None:
        made = self.tr("The locked copy is made: {pages} pages.").format(pages=report.pages)
        lies = self.tr("It lies at {target}. Tell its password by another road.")
        self._tell_where(made, lies, report.target)
        self._tell_findings(report.findings)

    def _archive(self, target: Path, passphrase: str) -> None:
        store, found = self.desk.store, self.desk.found
        if found is None:
            return
        title = self.tr("Making the archive")
        job = self.desk.jobs.read(
            title,
            lambda task: write_child_archive(
                store,
                found,
                target,
                passphrase=passphrase,
                progress=task.progress,
                cancelled=task.cancelled,
            ),
        )
        self._follow(job, title)
        made = self.tr("The archive is made and verified.")
        lies = self.tr("It lies at {target}. Tell its passphrase by another road.")
        job.done.connect(self._here(lambda _: self._tell_where(made, lies, target)))

    def _follow(self, job: Job, title: str) -> None:
        self.place.messages.follow(job, title)
        job.failed.connect(self._here(self.place.messages.trouble))
        stopped = self.tr("Stopped, as you asked.")
        job.stopped.connect(self._here(lambda: self.place.messages.tell(stopped, "")))

    def _here(self, tell: Callable[..., object]) -> Callable[..., None]:
        """Told beside the child one is at now; beside another, only that there is something."""
        return self.beside(tell, self._tell_elsewhere)

    def _tell_elsewhere(self, *_: object) -> None:
        self.place.messages.tell(
            self.tr("What you had asked for in another story has ended."),
            self.tr("How it went is told there."),
        )


def show_folder(file: Path) -> None:
    """Open the folder a file lies in, in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))


def _finding(page: int | None, found: str, remedy: str) -> str:
    return f"{page}: {found} {remedy}" if page else f"{found} {remedy}"
