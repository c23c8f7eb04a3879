@NullMarked
package io.zizhi.local.audit;

import org.jspecify.annotations.NullMarked;
