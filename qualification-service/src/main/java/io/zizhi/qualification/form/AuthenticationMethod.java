package io.zizhi.qualification.form;

/** The method of proving the owner's identity (认证方式). */
public enum AuthenticationMethod {
    /** By the image of a certificate (上传证件). */
    CERTIFICATE,

    /** By a scan (扫码认证): the company confirmed its identity to an identity provider by scanning a QR code. */
    SCAN
}
