package io.zizhi.qualification.companyauth.alipay;

/** A response of Alipay that cannot be used. The message contains no data of persons or companies. */
final class AlipayFailure extends RuntimeException {

    AlipayFailure(String message) {
        super(message);
    }
}
