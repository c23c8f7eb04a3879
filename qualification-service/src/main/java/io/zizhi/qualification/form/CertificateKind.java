package io.zizhi.qualification.form;

import io.zizhi.contracts.OwnerType;
import java.util.Set;

/** The certificates that prove the owner's identity, named like the document kinds. */
public enum CertificateKind {
    /** Business licence of a company (企业营业执照). */
    BUSINESS_LICENSE(OwnerType.COMPANY),

    /** Certificate of a social credit code (社会信用代码证书). */
    SOCIAL_CREDIT_CERTIFICATE(OwnerType.COMPANY, OwnerType.PUBLIC_INSTITUTION),

    /** Registration certificate of a public institution (事业单位法人证书). */
    INSTITUTION_CERTIFICATE(OwnerType.PUBLIC_INSTITUTION),

    /** Any other certificate (其他). */
    OTHER_CERTIFICATE(OwnerType.COMPANY, OwnerType.PUBLIC_INSTITUTION);

    private final Set<OwnerType> owners;

    CertificateKind(OwnerType... owners) {
        this.owners = Set.of(owners);
    }

    /** Returns whether an owner of that type can have such a certificate. */
    public boolean isFor(OwnerType owner) {
        return owners.contains(owner);
    }
}
