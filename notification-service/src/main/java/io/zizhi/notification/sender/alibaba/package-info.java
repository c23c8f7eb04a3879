/**
 * The sender through Alibaba Cloud Short Message Service (version 2017-05-25): SendSms, QuerySendDetails and pushed
 * receipts. Requests have the signature {@code ACS3-HMAC-SHA256}, like those of the official SDKs.
 */
@NullMarked
package io.zizhi.notification.sender.alibaba;

import org.jspecify.annotations.NullMarked;
