/**
 * The sender for a gateway of the operator: a signed HTTP request for each message, described in
 * {@code docs/sms-webhook.md}. Any doubt about an answer makes the message unknown, and the gateway is asked about it.
 */
@NullMarked
package io.zizhi.notification.sender.http;

import org.jspecify.annotations.NullMarked;
