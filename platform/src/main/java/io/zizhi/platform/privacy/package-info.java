/**
 * Personal data: encrypted where it is stored, masked where it is shown, and an audit trail of who saw it.
 */
@NullMarked
package io.zizhi.platform.privacy;

import org.jspecify.annotations.NullMarked;
