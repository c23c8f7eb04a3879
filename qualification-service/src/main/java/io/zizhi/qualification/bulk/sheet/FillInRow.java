package io.zizhi.qualification.bulk.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.platform.http.problem.ChineseTexts;
import io.zizhi.platform.http.problem.RequestViolations;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.QualificationForm;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills in a form from a row and validates it like a form from the API. */
@Singleton
public class FillInRow {

    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final ObjectMapper json;
    private final Validator validator;

    FillInRow(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @param noticeVersion version of the notice to which the applicant agreed for all rows */
    public RowForm handle(SheetRow row, String noticeVersion) {
        List<RowFinding> findings = new ArrayList<>();
        ObjectNode form = json.createObjectNode();
        row.cells().forEach((column, cell) -> fillIn(form, column, cell, findings));
        form.putObject("consent").put("noticeVersion", noticeVersion).put("accepted", true);
        if (!findings.isEmpty()) {
            return new RowForm(row.number(), null, findings);
        }
        try {
            return checked(row, json.treeToValue(form, QualificationForm.class));
        } catch (JsonProcessingException wrong) {
            return new RowForm(row.number(), null, List.of(finding(RequestViolations.from(wrong))));
        }
    }

    private RowForm checked(SheetRow row, QualificationForm form) {
        List<RowFinding> findings = validator.validate(form).stream()
                .map(violation -> finding(RequestViolations.from(violation)))
                .toList();
        return new RowForm(row.number(), findings.isEmpty() ? form : null, findings);
    }

    private static RowFinding finding(Violation violation) {
        String chinese = ChineseTexts.bundled().find(violation).orElse(null);
        return RowFinding.at(violation.code(), violation.pointer(), chinese, violation.detail());
    }

    private static void fillIn(ObjectNode form, SheetColumn column, SheetCell cell, List<RowFinding> findings) {
        Optional<RowFinding> fault = faultOf(column, cell);
        if (fault.isPresent()) {
            findings.add(fault.get());
            return;
        }
        String text = cell.text().strip();
        int end = column.pointer().lastIndexOf('/');
        ObjectNode part = end == 0 ? form : form.withObject(column.pointer().substring(0, end));
        String field = column.pointer().substring(end + 1);
        switch (column.kind()) {
            case TEXT -> part.put(field, text);
            case WORD -> part.put(field, SheetWords.constantOf(text));
            case NUMBER -> number(part, field, text);
            case LIST -> list(part.putArray(field), text);
            case DAY ->
                dayOf(text)
                        .ifPresentOrElse(
                                day -> part.put(field, day.toString()),
                                () -> findings.add(RowFinding.at(
                                        "DATE_INVALID",
                                        column.pointer(),
                                        "日期请写成 2026-11-25；长期有效请写“长期”。",
                                        "Write dates as 2026-11-25, and 长期 or 2099-12-31 for long-term.")));
        }
    }

    private static Optional<RowFinding> faultOf(SheetColumn column, SheetCell cell) {
        return switch (cell.fault()) {
            case NONE ->
                cell.text().length() <= SheetLimits.MAX_CELL
                        ? Optional.empty()
                        : Optional.of(RowFinding.at(
                                "FIELD_TOO_LONG",
                                column.pointer(),
                                "内容过长，最多 " + SheetLimits.MAX_CELL + " 个字符。",
                                "The text is too long: at most " + SheetLimits.MAX_CELL + " characters."));
            case FORMULA ->
                Optional.of(RowFinding.at(
                        "CELL_IS_FORMULA",
                        column.pointer(),
                        "单元格含公式，系统不会计算公式，请粘贴为数值。",
                        "The cell contains a formula, which is not evaluated: replace it with its value."));
            case NUMBER_NOT_EXACT ->
                Optional.of(RowFinding.at(
                        "CELL_NUMBER_NOT_EXACT",
                        column.pointer(),
                        "数字超过 15 位会丢失精度，请将单元格设为文本格式后重新填写。",
                        "Spreadsheets keep only 15 digits of a number: format the cell as text and enter it again."));
            case ERROR ->
                Optional.of(RowFinding.at(
                        "CELL_IS_ERROR",
                        column.pointer(),
                        "单元格为错误值，请改正。",
                        "The cell contains an error value: correct it."));
        };
    }

    /** Puts a number into the form. Other text is kept as text, and validation rejects it. */
    private static void number(ObjectNode part, String field, String text) {
        if (text.matches("\\d{1,16}")) {
            part.put(field, Long.parseLong(text));
        } else {
            part.put(field, text);
        }
    }

    private static void list(ArrayNode array, String text) {
        for (String item : text.split("[;；,，\\s]+", -1)) {
            if (!item.isEmpty()) {
                array.add(item);
            }
        }
    }

    /** Parses a date as people type it or as spreadsheets store it, as a day number. */
    private static Optional<LocalDate> dayOf(String text) {
        if (text.equals("长期") || text.equals("长期有效")) {
            return Optional.of(LocalDate.of(2099, 12, 31));
        }
        if (text.matches("\\d{5}")) {
            return Optional.of(FIRST_SERIAL.plusDays(Integer.parseInt(text)));
        }
        try {
            return Optional.of(LocalDate.parse(text.replaceAll("[/.年月]", "-").replace("日", ""), DAY));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
