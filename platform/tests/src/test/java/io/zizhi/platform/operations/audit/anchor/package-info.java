@NullMarked
package io.zizhi.platform.operations.audit.anchor;

import org.jspecify.annotations.NullMarked;
