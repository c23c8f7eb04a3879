/** Personal data: encrypted in storage, masked on display, with an audit trail of every view. */
@NullMarked
package io.zizhi.platform.privacy;

import org.jspecify.annotations.NullMarked;
