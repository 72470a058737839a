/// A question to predict, before the program settles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Names it in the prose: `::: pregunta total-secuencial`.
    pub id: &'static str,
    pub ask: &'static str,
    pub choices: &'static [Choice],
}

/// One answer to choose, and what the page replies to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub text: &'static str,
    pub right: bool,
    pub reply: &'static str,
}

impl Question {
    /// All questions of the lesson, in reading order.
    pub const ALL: &'static [Question] = &[TOTAL_SEQUENTIAL, TOTAL_CONCURRENT];

    /// The question that the prose names, if there is one.
    pub fn find(id: &str) -> Option<&'static Question> {
        Self::ALL.iter().find(|question| question.id == id)
    }
}

const TOTAL_SEQUENTIAL: Question = Question {
    id: "total-secuencial",
    ask: "A tarda 2 segundos y B tarda 3. ¿Cuánto marcará el reloj de la ejecución secuencial?",
    choices: &[
        Choice {
            text: "2 s",
            right: false,
            reply: "Falta B: empieza cuando A ya terminó. Ejecuta y mira dónde empieza su barra.",
        },
        Choice {
            text: "3 s",
            right: false,
            reply: "Así sería si A y B esperaran a la vez. Aquí B no existe hasta que A termina.",
        },
        Choice {
            text: "5 s",
            right: true,
            reply: "Sí: primero 2 y después 3. Ejecuta y compruébalo.",
        },
    ],
};

const TOTAL_CONCURRENT: Question = Question {
    id: "total-concurrente",
    ask: "¿Y el de la concurrente, con las mismas dos esperas?",
    choices: &[
        Choice {
            text: "2 s",
            right: false,
            reply: "A termina a los 2 segundos, pero gather espera a la última de todas.",
        },
        Choice {
            text: "3 s",
            right: true,
            reply: "Sí: las dos esperan a la vez y el total es la espera más larga.",
        },
        Choice {
            text: "5 s",
            right: false,
            reply: "Nada se suma: mientras A espera, B también espera. Ejecuta y compara las barras.",
        },
    ],
};
