package io.zizhi.qualification.form;

import io.zizhi.contracts.OwnerType;
import java.util.Set;

/** The certificates that prove the owner's identity, named like the document kinds. */
public enum CertificateKind {
    /** 企业营业执照. */
    BUSINESS_LICENSE(OwnerType.COMPANY),

    /** 社会信用代码证书. */
    SOCIAL_CREDIT_CERTIFICATE(OwnerType.COMPANY, OwnerType.PUBLIC_INSTITUTION),

    /** 事业单位法人证书. */
    INSTITUTION_CERTIFICATE(OwnerType.PUBLIC_INSTITUTION),

    /** 其他. */
    OTHER_CERTIFICATE(OwnerType.COMPANY, OwnerType.PUBLIC_INSTITUTION);

    private final Set<OwnerType> owners;

    CertificateKind(OwnerType... owners) {
        this.owners = Set.of(owners);
    }

    /** Whether an owner of that type can have such a certificate. */
    public boolean isFor(OwnerType owner) {
        return owners.contains(owner);
    }
}
