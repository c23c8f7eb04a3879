package io.zizhi.notification.sender.alibaba;

import java.util.Map;

/**
 * A request as it was received.
 *
 * @param query raw, without the question mark
 * @param headers by lower-case name
 */
record ReceivedRequest(String method, String path, String query, Map<String, String> headers, String body) {}
