package io.zizhi.qualification.form;

/** 认证方式: how the owner's identity is proven. */
public enum AuthenticationMethod {
    /** 上传证件: by the image of a certificate. */
    CERTIFICATE,

    /** 扫码认证: the company confirmed its identity to an identity provider by scanning a QR code. */
    SCAN
}
