package io.zizhi.qualification.precheck.registry;

import io.zizhi.qualification.form.IdType;

/** {@link FourElements} on the wire, in plain text. */
public record RegistryQuestion(
        String companyName, String creditCode, String legalPersonName, IdType idType, String idNumber) {

    static RegistryQuestion of(FourElements elements) {
        return new RegistryQuestion(
                elements.companyName(),
                elements.creditCode(),
                elements.legalPersonName().reveal(),
                elements.idType(),
                elements.idNumber().reveal());
    }

    /** Without name and number. */
    @Override
    public String toString() {
        return "RegistryQuestion[masked]";
    }
}
