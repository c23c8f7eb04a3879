/**
 * What callers and receivers can make this service spend. Every bound has its reason beside it.
 */
@NullMarked
package io.zizhi.notification.limits;

import org.jspecify.annotations.NullMarked;
