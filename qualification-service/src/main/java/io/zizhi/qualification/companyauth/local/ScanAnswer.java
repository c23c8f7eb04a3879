package io.zizhi.qualification.companyauth.local;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.companyauth.provider.ConfirmedCompany;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The form that the page submits. */
public class ScanAnswer {

    @FormParam("act")
    @Nullable
    String act;

    @FormParam("companyName")
    @Nullable
    String companyName;

    @FormParam("creditCode")
    @Nullable
    String creditCode;

    @FormParam("legalRepresentativeName")
    @Nullable
    String legalRepresentativeName;

    @FormParam("validFrom")
    @Nullable
    String validFrom;

    @FormParam("validTo")
    @Nullable
    String validTo;

    boolean confirmed() {
        return "confirm".equals(act);
    }

    /** Fails with 400 if the name or the credit code is missing, or a date is invalid. */
    ConfirmedCompany company() {
        String person = text(legalRepresentativeName);
        String name = text(companyName);
        String code = text(creditCode);
        if (name == null || code == null) {
            throw Problems.badRequest("FIELD_REQUIRED", "/companyName", "Company name and credit code are required.");
        }
        return new ConfirmedCompany(
                name, code, person == null ? null : PersonName.of(person), date(validFrom), date(validTo));
    }

    private static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private static @Nullable LocalDate date(@Nullable String sent) {
        String text = text(sent);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw Problems.badRequest("DATE_INVALID", "/validFrom", "Invalid date: expected the form 2026-11-25.");
        }
    }
}
