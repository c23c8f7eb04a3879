package io.zizhi.qualification.companyauth.alipay;

/** Alipay's answer does not count. The message holds nothing that the answer says of anybody. */
final class AlipayFailure extends RuntimeException {

    AlipayFailure(String message) {
        super(message);
    }
}
