package io.zizhi.qualification.form;

/** 认证方式: how it is proven that the owner is who the form says. */
public enum AuthenticationMethod {
    /** 上传证件: the image of a certificate shows it. */
    CERTIFICATE,

    /** 扫码认证: the company confirmed it to an identity provider by scanning a QR code. */
    SCAN
}
