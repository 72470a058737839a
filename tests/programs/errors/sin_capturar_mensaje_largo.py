class_ = "x"
raise Exception("línea uno\nlínea dos", 3)
