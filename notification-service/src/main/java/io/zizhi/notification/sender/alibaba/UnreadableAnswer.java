package io.zizhi.notification.sender.alibaba;

/** The cloud did not answer a query, or with something else than the queried messages. */
class UnreadableAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
