/**
 * A small SMS gateway for a production-like installation. It verifies requests as a real gateway would, and shows the
 * messages to the demo instead of sending them.
 */
@NullMarked
package io.zizhi.local.sms;

import org.jspecify.annotations.NullMarked;
