setup(
    python_requires='>=3.8',
    install_requires=[
        'numpy>=1.20',
    ],
)
