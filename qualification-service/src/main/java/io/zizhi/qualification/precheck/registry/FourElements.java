package io.zizhi.qualification.precheck.registry;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CreditCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The four elements (四要素) checked against the register.
 *
 * @param companyName name as on the certificate
 * @param creditCode unified social credit code
 * @param legalRepresentativeName name of the legal representative
 * @param idType kind of the representative's id document
 * @param idNumber number of that id document, without spaces, in upper case
 */
public record FourElements(
        String companyName, String creditCode, PersonName legalRepresentativeName, IdType idType, IdNumber idNumber) {

    /** Returns nothing if an element is missing or invalid, so that no paid check is wasted. */
    static Optional<FourElements> of(QualificationForm form, LocalDate today) {
        Company company = form.company();
        LegalRepresentative person = form.legalRepresentative();
        if (company == null || company.name() == null || company.name().isBlank() || person == null) {
            return Optional.empty();
        }
        String companyName = company.name();
        PersonName name = person.name();
        IdType type = person.idType();
        if (name == null || name.reveal().isBlank() || type == null) {
            return Optional.empty();
        }
        return form.creditCode()
                .filter(CreditCode::isValid)
                .flatMap(code -> person.normalisedIdNumber()
                        .filter(number -> type.accepts(number, today))
                        .map(number -> new FourElements(
                                companyName, code, PersonName.of(name.reveal().strip()), type, IdNumber.of(number))));
    }
}
