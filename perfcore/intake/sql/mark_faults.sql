update resolved set fault = f.reason from fault f where f.origin = resolved.origin and f.line = resolved.line
