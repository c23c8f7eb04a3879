@NullMarked
package io.zizhi.platform.operations.audit.verification;

import org.jspecify.annotations.NullMarked;
