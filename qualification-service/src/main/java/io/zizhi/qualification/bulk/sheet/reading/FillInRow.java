package io.zizhi.qualification.bulk.sheet.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.platform.http.problem.RequestViolations;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.form.QualificationForm;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills in a form from a row and validates it like a form from the API. A cell with a finding is left out of the form,
 * so that the other cells are checked too.
 */
@Singleton
public class FillInRow {

    /** A draft needs these fields, and so do the rules. */
    private static final Set<String> NEEDED = Set.of("/name", "/purpose", "/ownerType");

    private final ObjectMapper json;
    private final Validator validator;

    FillInRow(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param headers the headers of its sheet
     * @param names the documents that its file names refer to
     * @param noticeVersion version of the notice to which the applicant agreed for all rows
     */
    public RowForm handle(SheetRow row, SheetHeaders headers, DocumentNames names, String noticeVersion) {
        ObjectNode form = json.createObjectNode();
        FormCells cells = new FormCells(form, row, headers, names);
        List<RowFinding> findings = new ArrayList<>(cells.fillIn());
        form.putObject("consent").put("noticeVersion", noticeVersion).put("accepted", true);
        QualificationForm parsed = parse(form, findings);
        if (parsed != null && validate(parsed, findings)) {
            findings.forEach(cells::remove);
            parsed = parse(form, findings);
        }
        boolean enough = findings.stream().noneMatch(found -> NEEDED.contains(found.pointer()));
        return new RowForm(row.number(), enough ? parsed : null, findings, row.texts());
    }

    /** Adds what is wrong with a form, and returns whether anything is. */
    private boolean validate(QualificationForm form, List<RowFinding> findings) {
        List<RowFinding> more = validator.validate(form).stream()
                .map(violation -> finding(RequestViolations.from(violation)))
                .filter(found -> findings.stream().noneMatch(found::isWithin))
                .toList();
        findings.addAll(more);
        return !more.isEmpty();
    }

    private @Nullable QualificationForm parse(ObjectNode form, List<RowFinding> findings) {
        try {
            return json.treeToValue(form, QualificationForm.class);
        } catch (JsonProcessingException wrong) {
            findings.add(finding(RequestViolations.from(wrong)));
            return null;
        }
    }

    private static RowFinding finding(Violation violation) {
        return RowFinding.of(violation.code(), violation.pointer(), violation.detail());
    }
}
