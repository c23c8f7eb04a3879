/** Lists and replays the webhooks of an account, with the answers of its receivers. They are kept for 90 days. */
@NullMarked
package io.zizhi.notification.webhook.delivery;

import org.jspecify.annotations.NullMarked;
