package io.zizhi.qualification.precheck.registry;

import io.zizhi.qualification.form.IdType;

/** The request for a check of {@link FourElements}, in plain text. */
public record RegistryQuestion(
        String companyName, String creditCode, String legalRepresentativeName, IdType idType, String idNumber) {

    static RegistryQuestion of(FourElements elements) {
        return new RegistryQuestion(
                elements.companyName(),
                elements.creditCode(),
                elements.legalRepresentativeName().reveal(),
                elements.idType(),
                elements.idNumber().reveal());
    }

    /** Omits name and number. */
    @Override
    public String toString() {
        return "RegistryQuestion[masked]";
    }
}
