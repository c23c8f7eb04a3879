/**
 * What an SMS says and to which number: the templates of all texts in both languages, and the check of the number. It
 * knows neither the queue nor a sender.
 */
@NullMarked
package io.zizhi.notification.sender.message;

import org.jspecify.annotations.NullMarked;
