package io.zizhi.qualification.bulk.sheet.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.column.SheetWords;
import io.zizhi.qualification.bulk.sheet.column.WrittenWord;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the cells of a row into the JSON of a form, and collects findings about cells that it cannot write. */
final class FormCells {

    /** Code of a cell that contains neither the id of a document nor the name of a known file. */
    static final String NAME_UNKNOWN = "DOCUMENT_NAME_UNKNOWN";

    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final ObjectNode form;
    private final SheetRow row;
    private final SheetHeaders headers;
    private final DocumentNames names;
    private final List<RowFinding> findings = new ArrayList<>();

    FormCells(ObjectNode form, SheetRow row, SheetHeaders headers, DocumentNames names) {
        this.form = form;
        this.row = row;
        this.headers = headers;
        this.names = names;
    }

    /** Returns the findings. */
    List<RowFinding> fillIn() {
        SheetColumn.fields().forEach(column -> {
            SheetCell cell = row.cells().get(column);
            if (cell != null) {
                CellFault.of(column, cell).ifPresentOrElse(findings::add, () -> write(column, cell.text()));
            }
        });
        return findings.stream().distinct().toList();
    }

    /** Leaves a cell with a finding out of the form, so that the rules judge the others. */
    void remove(RowFinding finding) {
        SheetColumn.at(finding.pointer()).ifPresent(column -> {
            int end = column.pointer().lastIndexOf('/');
            if (form.at(column.pointer().substring(0, end)) instanceof ObjectNode part) {
                part.remove(column.pointer().substring(end + 1));
            }
        });
    }

    private void write(SheetColumn column, String written) {
        String text = WrittenWord.trimmed(written);
        int end = column.pointer().lastIndexOf('/');
        ObjectNode part = end == 0 ? form : form.withObject(column.pointer().substring(0, end));
        String field = column.pointer().substring(end + 1);
        switch (column.kind()) {
            case TEXT -> part.put(field, text);
            case CODE -> part.put(field, WrittenWord.code(text));
            case WORD -> word(column, text).ifPresent(word -> part.put(field, word));
            case NUMBER -> number(column, WrittenWord.code(text)).ifPresent(number -> part.put(field, number));
            case DOCUMENT -> document(column, text).ifPresent(id -> part.put(field, id));
            case DOCUMENTS -> documents(part.putArray(field), column, text);
            case DAY -> day(column, text).ifPresent(day -> part.put(field, day.toString()));
            case RESULT, IGNORED -> {}
        }
    }

    private Optional<String> word(SheetColumn column, String text) {
        SheetWords words = headers.wordsOf(column).orElseThrow();
        Optional<String> constant = words.constantOf(text);
        if (constant.isEmpty()) {
            find(
                    "WORD_UNKNOWN",
                    column,
                    "无法识别的选项，请填写其中之一：" + String.join("、", words.chinese()) + "。",
                    "Unknown word: enter one of " + String.join(", ", words.english()) + ".");
        }
        return constant;
    }

    private Optional<Long> number(SheetColumn column, String text) {
        if (text.matches("[0-9]{1,16}")) {
            return Optional.of(Long.parseLong(text));
        }
        find("NUMBER_INVALID", column, "请填写编号（仅数字）。", "Enter the number, in digits only.");
        return Optional.empty();
    }

    private void documents(ArrayNode array, SheetColumn column, String text) {
        List<String> items = DocumentCell.items(text);
        if (items.size() > DocumentCell.MAX_ITEMS) {
            find(
                    "TOO_MANY_DOCUMENTS",
                    column,
                    "文件过多，最多 " + DocumentCell.MAX_ITEMS + " 个。",
                    "Too many documents: at most " + DocumentCell.MAX_ITEMS + ".");
            return;
        }
        items.forEach(item -> document(column, item).ifPresent(array::add));
    }

    private Optional<String> document(SheetColumn column, String text) {
        if (DocumentCell.isId(text)) {
            return Optional.of(text);
        }
        List<String> found = names.find(text, kindOf(column));
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        if (found.isEmpty()) {
            find(
                    NAME_UNKNOWN,
                    column,
                    "本账号没有此文件名的文件，请先上传文件，或填写文件 ID。",
                    "The account has no document with this file name: upload it first, or enter its id.");
        } else {
            find(
                    "DOCUMENT_NAME_AMBIGUOUS",
                    column,
                    "本账号有多个同名文件，请填写文件 ID，或换一个文件名重新上传。",
                    "The account has several documents with this file name: enter the id, or upload it under another name.");
        }
        return Optional.empty();
    }

    /** Returns the kind of document that belongs in a column; empty if the row does not say it. */
    private String kindOf(SheetColumn column) {
        return switch (column) {
            case CERTIFICATE_DOCUMENT ->
                form.at(SheetColumn.CERTIFICATE_KIND.pointer()).asText();
            case LEGAL_REPRESENTATIVE_EMBLEM, ADMINISTRATOR_EMBLEM -> "ID_EMBLEM";
            case LEGAL_REPRESENTATIVE_PORTRAIT, ADMINISTRATOR_PORTRAIT -> "ID_PORTRAIT";
            default -> "MORE_MATERIAL";
        };
    }

    private Optional<LocalDate> day(SheetColumn column, String text) {
        Optional<LocalDate> day = dayOf(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (day.isEmpty()) {
            find(
                    "DATE_INVALID",
                    column,
                    "日期请写成 2026-11-25；长期有效请写“长期”。",
                    "Write dates as 2026-11-25, and long-term or 2099-12-31 for documents without end.");
        }
        return day;
    }

    /** Parses a date as people type it or as spreadsheets store it, as a day number. */
    static Optional<LocalDate> dayOf(String text) {
        if (SheetWords.isLongTerm(text)) {
            return Optional.of(SheetWords.LONG_TERM);
        }
        if (text.matches("[0-9]{5}")) {
            return Optional.of(FIRST_SERIAL.plusDays(Integer.parseInt(text)));
        }
        if (text.matches("[0-9]{8}")) {
            return parsed(text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6));
        }
        return parsed(text.replaceAll("\\s+", "").replaceAll("[/.年月]", "-").replace("日", ""));
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private void find(String code, SheetColumn column, String adviceZh, String adviceEn) {
        findings.add(RowFinding.at(code, column.pointer(), adviceZh, adviceEn));
    }
}
