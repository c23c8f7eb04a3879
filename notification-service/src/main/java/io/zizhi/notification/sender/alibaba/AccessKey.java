package io.zizhi.notification.sender.alibaba;

/**
 * An access key of a RAM user.
 *
 * @param id public part
 * @param secret signs requests; never sent
 */
record AccessKey(String id, String secret) {

    /** Omits the secret. */
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
