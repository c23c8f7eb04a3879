/**
 * The content of an SMS and its phone number: the templates of all texts in both languages, the size of a text, and
 * the validation of numbers. This package depends neither on the queue nor on a sender.
 */
@NullMarked
package io.zizhi.notification.sender.message;

import org.jspecify.annotations.NullMarked;
